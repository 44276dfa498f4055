public import ArgumentParser
public import Saddlery

extension SpectralFamily: ExpressibleByArgument {}
