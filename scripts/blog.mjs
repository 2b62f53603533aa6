// `npm run blog`: builds and serves the demo blog of examples/blog, with the embed that was built here.
import { rmSync } from 'node:fs';
import { build } from './build.mjs';
import { run } from './commands.mjs';
import { installNpmPackages } from './npm-packages.mjs';
import { setup } from './setup.mjs';
import { main, step } from './steps.mjs';

const blog = 'examples/blog';

/** Writes the blog into its _site/. dist/ and its npm packages have to be there. */
export async function buildBlog() {
  await step('The blog: examples/blog/_site/', async () => {
    // Eleventy would leave old files there, and each build of the embed has files of other names.
    rmSync(`${blog}/_site`, { recursive: true, force: true });
    await run('npm', ['run', '--silent', 'build'], { cwd: blog });
  });
}

await main(import.meta.url, async () => {
  await setup({ tests: false });
  await build();
  await installNpmPackages(blog);
  await buildBlog();

  const { preview } = await import('vite');
  const server = await preview({
    configFile: false,
    root: blog,
    appType: 'mpa',
    build: { outDir: '_site' },
    // Another port than that of `npm start`. If it is taken, Vite tries the next one.
    preview: { host: '127.0.0.1', port: 4180 },
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.httpServer.address());
  console.log(`\nThe blog is at http://localhost:${port}/ (Ctrl-C ends it)`);
});
