// The page for an iframe, of version 1.
import './dropout-playground.ts';
import '../frame-page.ts';
