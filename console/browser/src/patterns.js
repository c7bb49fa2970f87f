/** The page of patterns: opened, compared and counted in this browser. */
import { start } from "./patterns/page.js";

start();
