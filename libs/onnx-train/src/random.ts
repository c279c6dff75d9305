export { Random } from '#statistics';
