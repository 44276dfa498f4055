// The umbrella: `import Saddlery` gives a script every library module.

@_exported public import Analysis
@_exported public import ArrayFiles
@_exported public import CriticalPoints
@_exported public import Dynamics
@_exported public import Figures
@_exported public import GaussianFields
@_exported public import KacRice
@_exported public import Landscapes
@_exported public import LinearAlgebra
@_exported public import Models
@_exported public import Networks
@_exported public import OutputFiles
@_exported public import Planting
@_exported public import RandomMatrices
@_exported public import RandomStreams
@_exported public import Requirements
@_exported public import Runs
@_exported public import SpecialFunctions
@_exported public import SpinGlasses
@_exported public import Statistics
