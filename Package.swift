// swift-tools-version: 6.1
import PackageDescription

/// What every target of ours is compiled with: imports stay private to the file that writes them,
/// a member is visible only where its module is imported, and existentials are spelled out.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
    name: "Praticario",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Praticario", targets: ["Praticario"]),
        .executable(name: "praticario", targets: ["PraticarioCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(
            name: "CCommonMark", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),

        .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),

        .target(
            name: "ItalianText", dependencies: ["CSnowball"], exclude: ["Lexicon/famiglie.txt"],
            swiftSettings: settings),
        .target(
            name: "PraticarioCorpus",
            dependencies: ["ItalianText", "CCommonMark", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings),
        .target(
            name: "PraticarioSearch", dependencies: ["PraticarioCorpus", "ItalianText"],
            swiftSettings: settings),
        .target(
            name: "PraticarioIndex",
            dependencies: [
                "PraticarioSearch", "PraticarioCorpus", "ItalianText",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .executableTarget(name: "EmbedFiles", swiftSettings: settings),
        .plugin(name: "EmbedTexts", capability: .buildTool(), dependencies: ["EmbedFiles"]),
        .target(
            name: "PraticarioPublishing",
            dependencies: [
                "PraticarioSearch", "PraticarioCorpus", "ItalianText", "CCommonMark", "CXLSXWriter",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            exclude: ["Templates"], swiftSettings: settings, plugins: ["EmbedTexts"]),
        .target(
            name: "Praticario",
            dependencies: [
                "PraticarioPublishing", "PraticarioIndex", "PraticarioSearch", "PraticarioCorpus", "ItalianText",
            ],
            swiftSettings: settings, plugins: ["EmbedTexts"]),
        .executableTarget(
            name: "PraticarioCommand",
            dependencies: [
                "Praticario", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),

        .executableTarget(
            name: "SpeedBenchmark",
            dependencies: [
                "Praticario", "PraticarioIndex", "ItalianText", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/speed", exclude: ["peers.py", "exports.py", "README.md", "results.md"],
            swiftSettings: settings),

        .target(
            name: "TestSupport", dependencies: ["PraticarioCorpus"], path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(
            name: "ItalianTextTests", dependencies: ["ItalianText"], exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "PraticarioCorpusTests", dependencies: ["PraticarioCorpus", "PraticarioSearch", "TestSupport"],
            exclude: ["Fixtures"],
            swiftSettings: settings),
        .testTarget(
            name: "PraticarioSearchTests", dependencies: ["PraticarioSearch", "PraticarioCorpus", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "PraticarioIndexTests",
            dependencies: ["PraticarioIndex", "PraticarioSearch", "PraticarioCorpus", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "PraticarioCommandTests",
            dependencies: ["PraticarioCommand", "Praticario", "PraticarioCorpus", "TestSupport"],
            exclude: ["Fixtures"],
            swiftSettings: settings),
        .testTarget(
            name: "PraticarioPublishingTests",
            dependencies: ["PraticarioPublishing", "PraticarioSearch", "PraticarioCorpus", "TestSupport"],
            swiftSettings: settings),
        .testTarget(name: "PraticarioTests", dependencies: ["Praticario"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
