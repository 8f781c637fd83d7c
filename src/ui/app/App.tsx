/** The whole page. */
export function App() {
  return <h1>Busbar</h1>;
}
