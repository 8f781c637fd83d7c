import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '#ui/app/App';
import { startApp } from '#ui/app/startApp';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element with the id "root" to mount the app in.');

// Before the first rendering: what comes over the line comes meanwhile.
startApp();

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
