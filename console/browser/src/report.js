/** One report: opened, read and worked on in this browser. */

import { start } from "./report/page.js";

const place = document.getElementById("report");
if (place) start(place);
