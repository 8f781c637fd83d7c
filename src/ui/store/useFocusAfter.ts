import { useCallback, useState } from 'react';
import { useDocument } from './documentStore';
import { useView } from './viewStore';

/**
 * Where the focus goes when a layer closes that was opened over the page: back to where it came from, or to the canvas when
 * another flow has been opened meanwhile, which is what whoever opened it goes on with.
 */
export function useFocusAfter(): () => HTMLElement | true {
  const [openedOn] = useState(() => useDocument.getState().id);
  return useCallback(() => {
    const isSame = useDocument.getState().id === openedOn;
    return isSame ? true : (useView.getState().canvasApi?.element() ?? true);
  }, [openedOn]);
}
