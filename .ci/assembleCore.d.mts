import type { Plugin } from 'vite';

export function assembleCore(): Plugin;
