/** zod would try whether it may make code from strings; the page's policy forbids it, and each try is an error in the console. */
import { config } from 'zod';

config({ jitless: true });
