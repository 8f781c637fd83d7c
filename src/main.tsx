import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '#ui/app/App';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element with the id "root" to mount the app in.');

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
