import { useEffect, useState } from 'react';

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

async function openLater(file: File): Promise<void> {
  const { openFile } = await import('#ui/panels/dialogs/openFile');
  await openFile(file);
}

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
        if (file !== undefined) void openLater(file);
      },
      { signal },
    );
    return () => ends.abort();
  }, []);
  return isDropping;
}
