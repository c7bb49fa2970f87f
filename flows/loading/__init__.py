"""Reading a flow from its YAML files, all faults at once.

`load_flow()` gives the shipped content ready to walk; `read_flow(folder)` gives a
folder's flow, or raises `FlowFaults` with every fault of its files.
"""

from flows.loading.faults import Fault, FlowFaults
from flows.loading.reading import CONTENT, load_flow, read_flow

__all__ = ["CONTENT", "Fault", "FlowFaults", "load_flow", "read_flow"]
