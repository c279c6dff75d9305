import './no-eval.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from './language/language.js';
import { followTheme } from './session/preferences.js';
import './styles.css';

followTheme();
await startLanguage();
const { App } = await import('./app.js');
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
