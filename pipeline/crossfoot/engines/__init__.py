"""Not built yet: where the stages run, in local processes or on Dask. Today they run in one process, in `flow`."""
