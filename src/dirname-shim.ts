// The bundler's ESM output does not define __dirname, and better-sqlite3 looks for its binary with it (vercel/ncc#749).
(globalThis as { __dirname?: string }).__dirname ??= import.meta.dirname;

export {};
