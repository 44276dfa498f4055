public import ArgumentParser
public import RandomMatrices

extension TracyWidomLaw.Scale: ExpressibleByArgument {}
