/** Lets the browser save text as a file, JSON if nothing else is said. */
export function download(name: string, text: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the text over by the time of the next task.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
