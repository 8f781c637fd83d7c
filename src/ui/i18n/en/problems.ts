/** English texts of the area "problems": the sentences of the engine itself, one for each problem code. */
export { problemTexts as problems } from '#engine/model/problemTexts';
