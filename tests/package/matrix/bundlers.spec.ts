// The package in the bundle of each bundler.
import { testEveryBundler } from './every-bundler.ts';
import { printsWhatWasPosted } from './program-page.ts';

testEveryBundler('program', (bundler) => bundler, printsWhatWasPosted);
