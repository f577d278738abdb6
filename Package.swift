// swift-tools-version: 6.2
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
        .library(
            name: "Praticario", targets: ["Praticario", "PraticarioSearch", "PraticarioCorpus", "PraticarioSystem"]),
        .library(
            name: "PraticarioPublishing", targets: ["PraticarioPublishing", "PraticarioReport", "PraticarioStatistics"]),
        .library(name: "PraticarioIntake", targets: ["PraticarioIntake"]),
        .library(name: "PraticarioWeb", targets: ["PraticarioWeb"]),
        .executable(name: "praticario", targets: ["PraticarioCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    ],
    targets: [
        .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(
            name: "CCommonMark", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"])]),

        // What every storey stands on.
        .target(name: "PraticarioSystem", swiftSettings: settings),
        .target(
            name: "PraticarioPrograms",
            dependencies: ["PraticarioSystem", .product(name: "Subprocess", package: "swift-subprocess")],
            swiftSettings: settings),
        .target(
            name: "PraticarioWorkbooks", dependencies: ["PraticarioSystem", "CXLSXWriter", "CZlib"],
            swiftSettings: settings),
        .target(
            name: "ItalianText", dependencies: ["CSnowball"], exclude: ["Lexicon/famiglie.txt"],
            swiftSettings: settings),

        // Figures of values alone.
        .target(name: "PraticarioStatistics", swiftSettings: settings),

        // From files to answers.
        .target(
            name: "PraticarioCorpus",
            dependencies: [
                "PraticarioSystem", "ItalianText", "CCommonMark", .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings),
        .target(
            name: "PraticarioReport",
            dependencies: ["PraticarioStatistics", "PraticarioCorpus", "PraticarioSystem"], swiftSettings: settings),
        .target(
            name: "PraticarioSearch", dependencies: ["PraticarioCorpus", "PraticarioSystem", "ItalianText"],
            swiftSettings: settings),
        .target(
            name: "PraticarioIndex",
            dependencies: [
                "PraticarioSearch", "PraticarioCorpus", "PraticarioSystem", "ItalianText",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .executableTarget(name: "EmbedFiles", swiftSettings: settings),
        .plugin(name: "EmbedTexts", capability: .buildTool(), dependencies: ["EmbedFiles"]),
        .target(
            name: "Praticario",
            dependencies: [
                "PraticarioIndex", "PraticarioSearch", "PraticarioCorpus", "PraticarioSystem", "ItalianText",
            ],
            swiftSettings: settings, plugins: ["EmbedTexts"]),

        // What comes in and what goes out.
        .target(
            name: "PraticarioIntake",
            dependencies: [
                "Praticario", "PraticarioSearch", "PraticarioCorpus", "PraticarioWorkbooks", "PraticarioPrograms",
                "PraticarioSystem", "ItalianText",
            ],
            swiftSettings: settings),
        .target(
            name: "PraticarioPublishing",
            dependencies: [
                "Praticario", "PraticarioReport", "PraticarioStatistics", "PraticarioIndex", "PraticarioSearch",
                "PraticarioCorpus", "PraticarioWorkbooks",
                "PraticarioPrograms", "PraticarioSystem", "ItalianText", "CCommonMark",
            ],
            exclude: ["Templates"], swiftSettings: settings, plugins: ["EmbedTexts"]),
        .target(
            name: "PraticarioWeb",
            dependencies: [
                "Praticario", "PraticarioIntake", "PraticarioPublishing", "PraticarioReport", "PraticarioStatistics",
                "ItalianText", "PraticarioSearch", "PraticarioCorpus", "PraticarioPrograms", "PraticarioSystem",
                "CSodium",
                .product(name: "Hummingbird", package: "hummingbird"),
            ],
            exclude: ["Templates"], swiftSettings: settings, plugins: ["EmbedTexts"]),
        .executableTarget(
            name: "PraticarioCommand",
            dependencies: [
                "PraticarioWeb", "Praticario", "PraticarioIntake", "PraticarioPublishing", "PraticarioReport",
                "PraticarioStatistics",
                "PraticarioSearch",
                "PraticarioCorpus", "PraticarioSystem",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),

        .executableTarget(
            name: "SpeedBenchmark",
            dependencies: [
                "Praticario", "PraticarioIndex", "PraticarioSearch", "PraticarioCorpus", "PraticarioSystem",
                "ItalianText",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/speed", exclude: ["peers.py", "exports.py", "README.md", "results.md"],
            swiftSettings: settings),

        .target(
            name: "TestSupport", dependencies: ["PraticarioSearch", "PraticarioCorpus", "PraticarioSystem"],
            path: "Tests/TestSupport",
            swiftSettings: settings),
        .testTarget(
            name: "PraticarioStatisticsTests", dependencies: ["PraticarioStatistics"], exclude: ["bootstrap.py"],
            swiftSettings: settings),
        .testTarget(
            name: "ItalianTextTests",
            dependencies: ["ItalianText", "PraticarioCorpus", "PraticarioSystem", "TestSupport"],
            exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "PraticarioCorpusTests",
            dependencies: ["PraticarioCorpus", "PraticarioSearch", "PraticarioSystem", "TestSupport"],
            exclude: ["Fixtures"],
            swiftSettings: settings),
        .testTarget(
            name: "PraticarioReportTests",
            dependencies: [
                "PraticarioReport", "PraticarioStatistics", "PraticarioCorpus", "PraticarioSystem", "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "PraticarioSearchTests",
            dependencies: ["PraticarioSearch", "PraticarioCorpus", "PraticarioSystem", "ItalianText", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "PraticarioIndexTests",
            dependencies: [
                "PraticarioIndex", "PraticarioSearch", "PraticarioCorpus", "PraticarioSystem", "ItalianText",
                "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "PraticarioTests",
            dependencies: [
                "PraticarioReport", "PraticarioStatistics",
                "Praticario", "PraticarioPublishing", "PraticarioIndex", "PraticarioSearch", "PraticarioCorpus",
                "PraticarioSystem", "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "PraticarioIntakeTests",
            dependencies: [
                "PraticarioReport", "PraticarioStatistics",
                "PraticarioIntake", "PraticarioPublishing", "PraticarioWorkbooks", "Praticario", "PraticarioSearch",
                "PraticarioCorpus", "PraticarioSystem", "ItalianText", "TestSupport",
            ],
            exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "PraticarioPublishingTests",
            dependencies: [
                "PraticarioReport", "PraticarioStatistics",
                "PraticarioPublishing", "Praticario", "PraticarioSearch", "PraticarioCorpus", "PraticarioWorkbooks",
                "PraticarioSystem", "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "PraticarioWebTests",
            dependencies: [
                "PraticarioWeb", "PraticarioReport", "PraticarioStatistics", "PraticarioPublishing", "Praticario",
                "PraticarioSearch", "PraticarioCorpus", "PraticarioSystem", "PraticarioWorkbooks", "TestSupport",
                .product(name: "Hummingbird", package: "hummingbird"),
            ],
            exclude: ["browser.py", "check_answers.py"], swiftSettings: settings),
        .testTarget(
            name: "PraticarioCommandTests",
            dependencies: [
                "PraticarioReport", "PraticarioStatistics",
                "PraticarioCommand", "Praticario", "PraticarioPublishing", "PraticarioSearch", "PraticarioCorpus",
                "PraticarioSystem", "TestSupport",
            ],
            exclude: ["Fixtures"],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)

// `make fuzz` alone: what it is compiled with is for nothing else.
if Context.environment["PRATICARIO_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzz",
            dependencies: [
                "Praticario", "PraticarioIndex", "PraticarioSearch", "PraticarioCorpus", "PraticarioSystem",
                "TestSupport",
            ],
            path: "Tests/Fuzz", exclude: ["run.sh"], swiftSettings: settings))
}
