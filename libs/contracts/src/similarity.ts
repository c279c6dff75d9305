/**
 * How near a text is to a customer's message, as cosines. By the encoder before it was tuned: to the message, to the question before it that was
 * answered, and to both together. `tuned`: by the encoder that reads messages, to the message. `selected`: what answer selection has learned beside
 * that, in log odds; 0 by an encoder for which nothing was learned.
 */
export interface Similarity {
  message: number;
  question: number;
  together: number;
  tuned: number;
  selected: number;
}
