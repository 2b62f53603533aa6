// What `import address from 'dropout-playground/dropout-playground.wasm'` gives where the bundler makes
// an address of the file (esbuild's `file` loader, webpack's `asset/resource`): for `load({ wasm })`.
declare const address: string;
export default address;
