/** The worker that holds a reader's private keys: the only place where reports are opened. */
import { serve } from "./worker/serve.js";

serve(/** @type {any} */ (self));
