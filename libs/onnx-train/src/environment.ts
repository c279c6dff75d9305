/**
 * For the environment of a process that trains. A step frees hundreds of megabytes, which glibc by default gives back to the system
 * and has cleared again a step later: a tenth of the processor time at 32 tokens. Read at the start of a process; other C libraries ignore it.
 */
export const trainingEnvironment = {
  MALLOC_TRIM_THRESHOLD_: String(2 ** 31 - 1),
  MALLOC_MMAP_THRESHOLD_: String(2 ** 25),
};
