import { z } from 'zod';

// The content security policy forbids making functions from text, which zod does to go faster.
z.config({ jitless: true });
