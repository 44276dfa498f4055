// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors where CI=true is set; a newer compiler's new warnings stop nobody else.
let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
  of name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + dependencies,
    resources: resources, swiftSettings: settings)
}

let numerics: [Target.Dependency] = [.product(name: "Numerics", package: "swift-numerics")]

/// The library modules, each importing only modules above it.
let modules: [(name: String, dependencies: [Target.Dependency])] = [
  ("Requirements", []),
  ("RandomStreams", ["CGSL", "CLanes", "Requirements"]),
  ("LinearAlgebra", ["CLanes", "COpenBLAS", "Requirements"] + numerics),
  (
    "SpecialFunctions",
    ["CGSL", "CLanes", "LinearAlgebra", "RandomStreams", "Requirements"] + numerics
  ),
  ("Statistics", ["CGSL", "Requirements"]),
  ("OutputFiles", ["Requirements", .product(name: "SystemPackage", package: "swift-system")]),
  ("ArrayFiles", ["CArrayReader", "CHDF5", "OutputFiles", "Requirements"]),
  ("Figures", ["OutputFiles", "Requirements"]),
  (
    "Runs",
    [
      "CSQLite", "OutputFiles", "Requirements", "Statistics",
      .product(name: "Logging", package: "swift-log"),
    ]
  ),
  ("Models", ["LinearAlgebra", "Requirements", "SpecialFunctions"]),
  ("Landscapes", ["CLanes", "LinearAlgebra", "Requirements"] + numerics),
  (
    "SpinGlasses",
    [
      "ArrayFiles", "Landscapes", "LinearAlgebra", "Models", "OutputFiles", "RandomStreams",
      "Requirements",
    ]
  ),
  (
    "GaussianFields",
    [
      "CFFTW", "Landscapes", "LinearAlgebra", "Models", "RandomStreams", "Requirements",
      "SpecialFunctions",
    ]
  ),
  (
    "RandomMatrices",
    [
      "CGSL", "LinearAlgebra", "RandomStreams", "Requirements", "SpecialFunctions", "Statistics",
    ] + numerics
  ),
  (
    "KacRice",
    [
      "LinearAlgebra", "Models", "RandomMatrices", "Requirements", "SpecialFunctions",
      "Statistics",
    ] + numerics
  ),
  (
    "Planting",
    [
      "KacRice", "LinearAlgebra", "Models", "RandomMatrices", "RandomStreams", "Requirements",
      "SpecialFunctions", "SpinGlasses",
    ]
  ),
  (
    "CriticalPoints",
    [
      "CLanes", "Landscapes", "LinearAlgebra", "RandomStreams", "Requirements", "Statistics",
    ] + numerics
  ),
  (
    "Networks",
    ["CLanes", "Landscapes", "LinearAlgebra", "RandomStreams", "Requirements"] + numerics
  ),
  ("Dynamics", ["Landscapes", "LinearAlgebra", "RandomStreams", "Requirements"]),
  (
    "Analysis",
    [
      "ArrayFiles", "CriticalPoints", "Dynamics", "Figures", "GaussianFields", "KacRice",
      "Landscapes", "LinearAlgebra", "Models", "Networks", "OutputFiles", "RandomMatrices",
      "RandomStreams", "Requirements", "SpinGlasses", "Statistics",
    ]
  ),
]

// What scripts and experiments see. The umbrella alone would do, but the build system would then
// miss changes in the modules behind it.
let allModules = modules.map { Target.Dependency(stringLiteral: $0.name) }

/// Folders of `Experiments/` beside the kit.
let experiments = [
  "CoinFlip", "ComplexityFan", "CountingCriticalPoints", "CriticalPointsOfAPlane",
  "DeepLinearLandscape", "EntropySGD", "EscapeTimes", "FiniteSizeCurve", "FlatAndSharp",
  "FloatingBetweenSaddles", "GaussianFieldIndex", "GradientStarvation", "IndexVersusEnergy",
  "LimitCycles", "LinearInterpolation", "ModeConnectivity", "NewtonSaddleTrap", "NoiseVersusBatch",
  "Overparameterization", "PathologicalCurvature", "PermutationSymmetry", "RandomKickAndSlices",
  "SearchBias", "SpectralLaws", "SpikedTensor", "SpinFunnel", "SpuriousMinima", "SteppingOver",
  "ThreeAssumptions", "ThresholdFloor", "TinyNetworkIndex", "TopologyTrivialization",
  "WeightAveraging",
]

let package = Package(
  name: "Saddlery",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "saddlery", targets: ["SaddleryTool"]),
    .library(name: "Saddlery", targets: ["Saddlery"]),
    // One shared library for Swift scripts, which load it instead of linking every module.
    .library(name: "SaddleryScripting", type: .dynamic, targets: ["Saddlery", "CScripting"]),
  ] + modules.map { .library(name: $0.name, targets: [$0.name]) },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
  ],
  targets: modules.map { library($0.name, $0.dependencies) } + [
    // System libraries.
    .systemLibrary(
      name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
    .systemLibrary(
      name: "CHDF5", pkgConfig: "hdf5", providers: [.apt(["libhdf5-dev"]), .brew(["hdf5"])]),
    .systemLibrary(
      name: "CFFTW", pkgConfig: "fftw3", providers: [.apt(["libfftw3-dev"]), .brew(["fftw"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]
    ),
    .target(
      name: "COpenBLAS",
      linkerSettings: [
        .linkedLibrary("openblas", .when(platforms: [.linux])),
        .linkedFramework("Accelerate", .when(platforms: [.macOS])),
      ]),

    .target(name: "CLanes"),
    .target(name: "CScripting"),
    .target(name: "CArrayReader", dependencies: ["CHDF5"]),

    library("Saddlery", allModules),

    // The command line and the experiments.
    // What the two programs share.
    library(
      "Commands",
      [
        "OutputFiles", "Requirements",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // The experiments, which both run.
    .target(
      name: "Questions",
      dependencies: allModules + [
        "Commands", "Saddlery", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Experiments", exclude: experiments.flatMap { ["\($0)/README.md", "\($0)/results"] },
      swiftSettings: settings),
    .executableTarget(
      name: "SaddleryTool",
      dependencies: allModules + numerics + [
        "Commands", "Questions", "Saddlery",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      resources: [
        "counts.js", "explore.css", "explore.html", "explore.js", "field.js", "figure.js",
        "index-energy.js", "network.js",
      ].map { .embedInCode("Explore/Page/\($0)") },
      swiftSettings: settings),
    .executableTarget(
      name: "experiments",
      dependencies: [
        "Commands", "OutputFiles", "Questions", "Requirements",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/ExperimentsProgram", swiftSettings: settings),
    .executableTarget(
      name: "Benchmarks", dependencies: allModules + ["Saddlery"],
      path: "Benchmarks",
      exclude: [
        "compare.py", "compare_networks.py", "compare_search.py", "costs.csv", "gstools_peer.py",
        "jax_peer.py", "networks_peer.py", "newton.py", "numpy_peer.py", "peers", "phcpack.py",
        "search_peer.py", "skrmt_peer.py",
      ],
      swiftSettings: settings),

    // Tests.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .target(
      name: "ForeignFiles", dependencies: ["ArrayFiles", "CHDF5"], path: "Tests/ForeignFiles",
      swiftSettings: settings),
    .target(
      name: "LandscapeConformance", dependencies: ["Landscapes", "LinearAlgebra", "RandomStreams"],
      path: "Tests/LandscapeConformance", swiftSettings: settings),
    tests(of: "RandomStreams", ["CGSL", "TestSupport"], resources: [.copy("Reference")]),
    tests(of: "LinearAlgebra", ["RandomStreams"] + numerics),
    tests(of: "SpecialFunctions", ["LinearAlgebra", "RandomStreams"] + numerics),
    tests(of: "Statistics", ["RandomStreams"]),
    tests(of: "OutputFiles", ["TestSupport"]),
    tests(of: "ArrayFiles", ["CHDF5", "ForeignFiles", "TestSupport"]),
    tests(of: "Figures", ["OutputFiles", "RandomStreams", "TestSupport"]),
    tests(
      of: "Runs",
      [
        "CSQLite", "CriticalPoints", "OutputFiles", "RandomStreams", "Requirements", "Statistics",
        "TestSupport",
      ], resources: [.copy("Corpus")]),
    tests(of: "Models", ["TestSupport"], resources: [.copy("Reference")]),
    tests(
      of: "Landscapes", ["LandscapeConformance", "LinearAlgebra", "RandomStreams"] + numerics),
    tests(
      of: "SpinGlasses",
      [
        "ArrayFiles", "CGSL", "CHDF5", "ForeignFiles", "LandscapeConformance", "Landscapes",
        "LinearAlgebra",
        "Models", "OutputFiles", "RandomStreams", "TestSupport",
      ]),
    tests(
      of: "GaussianFields",
      [
        "CGSL", "CriticalPoints", "Dynamics", "KacRice", "LandscapeConformance", "Landscapes",
        "LinearAlgebra", "Models", "RandomStreams", "Requirements", "SpecialFunctions",
        "Statistics", "TestSupport",
      ]),
    tests(
      of: "RandomMatrices",
      [
        "LinearAlgebra", "RandomStreams", "Requirements", "SpecialFunctions", "Statistics",
        "TestSupport",
      ] + numerics, resources: [.copy("Reference")]),
    tests(
      of: "KacRice",
      [
        "LinearAlgebra", "Models", "Planting", "RandomMatrices", "RandomStreams", "Requirements",
        "TestSupport",
      ], resources: [.copy("Reference")]),
    tests(
      of: "Planting",
      [
        "CriticalPoints", "GaussianFields", "KacRice", "Landscapes", "LinearAlgebra", "Models",
        "RandomMatrices", "RandomStreams", "SpinGlasses", "TestSupport",
      ]),
    tests(
      of: "CriticalPoints",
      [
        "Landscapes", "LinearAlgebra", "Models", "RandomStreams", "Requirements", "SpinGlasses",
        "Statistics", "TestSupport",
      ]),
    tests(
      of: "Networks",
      [
        "CLanes", "CriticalPoints", "LandscapeConformance", "Landscapes", "LinearAlgebra",
        "RandomStreams", "Requirements",
      ] + numerics, resources: [.copy("Reference")]),
    tests(
      of: "Dynamics",
      [
        "LandscapeConformance", "Landscapes", "LinearAlgebra", "Models", "RandomStreams",
        "SpinGlasses", "Statistics", "TestSupport",
      ], resources: [.copy("Reference")]),
    tests(
      of: "Analysis",
      [
        "ArrayFiles", "CriticalPoints", "Figures", "KacRice", "Landscapes", "LinearAlgebra",
        "Models",
        "OutputFiles", "RandomStreams", "Requirements", "SpinGlasses", "Statistics", "TestSupport",
      ]),
    tests(
      of: "SaddleryTool",
      [
        "ArrayFiles", "LinearAlgebra", "Models", "OutputFiles", "Questions", "Runs", "SpinGlasses",
        "Statistics", "TestSupport", "experiments",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
