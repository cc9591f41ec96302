"""The doors of the process: the command line, the two web applications, the worker."""
