using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Order;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PlanAnalyzers.Benchmarks;
using PlanAnalyzers.Benchmarks.Rivals;

if (args is ["rivals", ..])
{
    return RivalsCommand.Run(args);
}

if (args is ["build", .. var sizes])
{
    BuildBenchmark.Run(sizes);
    return 0;
}

if (args is ["executable", .. var folder])
{
    await ExecutableBenchmark.RunAsync(folder);
    return 0;
}

// Figures are medians, and ratios to a baseline of the same run. In process, since a benchmark needs our internals and no build of its own.
var config = ManualConfig.CreateEmpty()
    .AddJob(Job.Default
        .WithRuntime(CoreRuntime.Core10_0)
        .WithToolchain(InProcessEmitToolchain.DontLogOutput)
        .WithGcServer(false)
        .WithGcConcurrent(false)
        .WithWarmupCount(3)
        .WithIterationCount(9))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Params, DefaultColumnProviders.Metrics)
    .AddColumn(TargetMethodColumn.Method, StatisticColumn.Median, BaselineRatioColumn.RatioMean, new PerUnitColumn())
    .AddLogger(ConsoleLogger.Default)
    .AddExporter(MarkdownExporter.GitHub)
    .WithOrderer(new DefaultOrderer(SummaryOrderPolicy.Declared))
    .WithOption(ConfigOptions.DisableLogFile, value: true)
    .WithArtifactsPath(Path.Combine("artifacts", "benchmarks"));
BenchmarkSwitcher.FromAssembly(typeof(Projects).Assembly).Run(args, config);
return 0;
