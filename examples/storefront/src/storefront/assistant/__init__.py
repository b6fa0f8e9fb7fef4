"""The assistant: a model, and the tools that it may use."""
