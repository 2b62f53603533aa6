/**
 * `import { check } from 'dropout-playground/check'`: whether the outputs that a post claims for its code are what PyTorch
 * prints, in Node, with Pyodide.
 *
 * @module check
 */
export * from '../../web/check/check.ts';
