import { keepNatives } from '../keep-natives.ts';

// Also for tests that open a database file by themselves.
keepNatives();
