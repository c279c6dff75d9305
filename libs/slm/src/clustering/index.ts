/** Groups of messages without labels, for a shop to name. */
export { clusterMessages, clusterNeighbours, messageNeighbours, type ClusteredMessage } from './cluster-messages.js';
export { tellingWords } from './telling-words.js';
