public import ArgumentParser
public import Saddlery

extension Activation: ExpressibleByArgument {}
extension Loss: ExpressibleByArgument {}
