import { requireSecretKey } from '#actions';
import { loadConfig } from '#config';

/** Injection token of the key with which secrets in the database are encrypted. */
export const SECRET_KEY = Symbol('SECRET_KEY');
export const secretKey = { provide: SECRET_KEY, useFactory: () => requireSecretKey(loadConfig().actionSecretKey) };
