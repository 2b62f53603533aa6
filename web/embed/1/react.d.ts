// `import 'dropout-playground/react/1'`: the embed of version 1, with the same types for React.
export * from '../react.js';
