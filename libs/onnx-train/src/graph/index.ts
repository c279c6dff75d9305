/** Graphs: the ONNX file format, the tape that derives a backward pass, and the graphs of one step. Knows no operator's formula. */
export * from './onnx-format.js';
export * from './onnx-writer.js';
export { Tape, type Var } from './tape.js';
