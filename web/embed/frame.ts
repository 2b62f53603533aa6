// The page for an iframe, as posts from before there were versions have it.
import './dropout-playground.ts';
import './frame-page.ts';
