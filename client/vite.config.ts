/** Builds the page; `npm start` runs this when a source is newer than the build. */
import { defineConfig, type Plugin } from 'vite';

/** The page checks what it receives with zod; it never makes JSON schemas, which are a quarter of zod. */
function withoutJsonSchemas(): Plugin {
  return {
    name: 'without-json-schemas',
    enforce: 'pre',
    transform(code, id) {
      if (!/zod\/v4\/core\/(?:to-json-schema|json-schema-processors|json-schema-generator)\.js$/.test(id)) return null;
      const names = [...code.matchAll(/^export (?:function|const|class) (\w+)/gm)].map(([, name = '']) => name);
      return { code: names.map((name) => `export const ${name} = () => () => undefined;`).join('\n'), map: null };
    },
  };
}

export default defineConfig({
  plugins: [withoutJsonSchemas()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
