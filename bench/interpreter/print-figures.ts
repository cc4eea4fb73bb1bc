import { measureInterpreter } from '../interpreter.ts';

/** Run by itself, built and on a core of its own: `interpreter.js <rounds>` prints the figures as JSON. */
console.log(JSON.stringify(measureInterpreter(Number(process.argv[2]))));
