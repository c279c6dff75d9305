/**
 * Environment variables for a process that trains. A step frees hundreds of megabytes. By default glibc returns them to the system,
 * which must clear them again for the next step: a tenth of the processor time at 32 tokens. glibc reads the variables when a process
 * starts; other C libraries ignore them.
 */
export const trainingEnvironment = {
  MALLOC_TRIM_THRESHOLD_: String(2 ** 31 - 1),
  MALLOC_MMAP_THRESHOLD_: String(2 ** 25),
};
