import { useEffect, useState } from 'react';
import { openFile } from '#ui/panels/dialogs/openFile';

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

/** Opens files dropped anywhere on the window. True while one hovers over it. */
export function useFileDrop(): boolean {
  const [isDropping, setDropping] = useState(false);
  useEffect(() => {
    const ends = new AbortController();
    const { signal } = ends;
    addEventListener(
      'dragover',
      (event) => {
        if (!carriesFiles(event)) return;
        // Without this the browser would leave the page and show the file.
        event.preventDefault();
        setDropping(true);
      },
      { signal },
    );
    addEventListener(
      'dragleave',
      (event) => {
        if (event.relatedTarget === null) setDropping(false);
      },
      { signal },
    );
    addEventListener(
      'drop',
      (event) => {
        setDropping(false);
        if (!carriesFiles(event)) return;
        event.preventDefault();
        const file = event.dataTransfer?.files[0];
        if (file !== undefined) void openFile(file);
      },
      { signal },
    );
    return () => ends.abort();
  }, []);
  return isDropping;
}
