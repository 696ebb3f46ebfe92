using System.Globalization;
using System.Text;

namespace PlanAnalyzers.Model;

/// <content>Reading what was written.</content>
public static partial class ValidatedPlanText
{
    /// <summary>The plan that lines were written of. Nothing of what it does is worked out again.</summary>
    /// <param name="text">The lines, each ended by a line feed.</param>
    /// <param name="fingerprint">The fingerprint that was taken while compiling.</param>
    /// <exception cref="PlanRefusedException">The lines are not those that were written: the generated file was changed.</exception>
    public static ValidatedPlan Read(string text, string fingerprint)
    {
        var reader = new Reader();
        try
        {
            foreach (var line in text.Split('\n'))
            {
                reader.Read(new LineWords(line));
            }

            return reader.Build(fingerprint);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or KeyNotFoundException or InvalidCastException
            or OverflowException or (InvalidOperationException and not PlanRefusedException))
        {
            throw new PlanRefusedException(reader.PlanName, ["Its generated part was changed and cannot be read. Rebuild the project."]);
        }
    }

    private sealed class Reader
    {
        private readonly List<SystemManagementServer> servers = [];
        private readonly List<Platform> platforms = [];
        private readonly List<AppEngine> engines = [];
        private readonly Dictionary<string, Declaration> declared = new(StringComparer.Ordinal);
        private string plan = "";
        private SystemPlatform from;
        private SystemPlatform to;
        private string? galaxy;
        private ValidatedPlanBuilder? builder;

        /// <summary>The name of the plan as far as it was read.</summary>
        public string PlanName => plan.Length > 0 ? plan : "of this program";

        public ValidatedPlan Build(string fingerprint) => Builder().Build(fingerprint);

        public void Read(LineWords line)
        {
            switch (line.Next())
            {
                case null:
                    break;
                case Plan:
                    (plan, from, to) = (line.Word(), line.Enum<SystemPlatform>(), line.Enum<SystemPlatform>());
                    break;
                case OfGalaxy when galaxy is null:
                    galaxy = line.Word();
                    break;
                case Server:
                    Declare(servers, new SystemManagementServer(servers.Count, line.Word(), line.Word()));
                    break;
                case OfPlatform when builder is null:
                    Declare(platforms, new Platform(platforms.Count, line.Word(), line.Word(), line.Enum<PlatformRole>(), Declared<SystemManagementServer>(line.Next())));
                    break;
                case Engine when builder is null:
                    Declare(engines, EngineOf(line));
                    break;
                case OfPhase:
                    Builder().Phase(line.Word());
                    break;
                case Parallel:
                    Builder().InParallel();
                    break;
                case OfBranch:
                    Builder().Branch();
                    break;
                case End:
                    Builder().End();
                    break;
                case OfStep:
                    Builder().Step(StepOf(line));
                    break;
                case OfGalaxy:
                    Builder().Becomes(new DatabaseState(line.Has(Migrated), line.Has(ViewAppsMigrated), line.Has(Uploaded), line.Has(LoadBalancing)));
                    break;
                case OfPlatform:
                    Builder().Becomes(Named<Platform>(line), PlatformStateOf(line));
                    break;
                case Engine:
                    Builder().Becomes(Named<AppEngine>(line), EngineStateOf(line));
                    break;
                case Happens:
                    Builder().Happens(EffectOf(line));
                    break;
                default:
                    throw new FormatException();
            }
        }

        private ValidatedPlanBuilder Builder() => builder ??= new ValidatedPlanBuilder(
            plan, new Galaxy(galaxy ?? throw new FormatException(), servers.ToValueList(), platforms.ToValueList(), engines.ToValueList()), from, to);

        private void Declare<T>(List<T> list, T declaration)
            where T : Declaration
        {
            list.Add(declaration);
            declared.Add(declaration.Name, declaration);
        }

        private T Named<T>(LineWords line)
            where T : Declaration => (T)declared[line.Word()];

        private T? Declared<T>(string? name)
            where T : Declaration => name is null ? null : (T)declared[name];

        private AppEngine EngineOf(LineWords line)
        {
            var (name, platform) = (line.Word(), Named<Platform>(line));
            return new AppEngine(
                engines.Count, name, platform, line.Has(Historized), line.Has(ActiveAtStart), Declared<AppEngine>(line.After(BackupOf)));
        }

        private Step StepOf(LineWords line) => line.Word() switch
        {
            nameof(UploadRuntimeChanges) => new UploadRuntimeChanges(line.Has(Overwrite)),
            nameof(Upgrade) => new Upgrade(Named<Platform>(line)),
            nameof(Reboot) => new Reboot(Named<Platform>(line)),
            nameof(ShutDown) => new ShutDown(Named<Platform>(line)),
            nameof(Start) => new Start(Named<Platform>(line)),
            nameof(MigrateGalaxy) => new MigrateGalaxy(),
            nameof(MigrateViewApps) => new MigrateViewApps(),
            nameof(CascadeDeploy) => new CascadeDeploy(line.Rest().Select(name => (DeployTarget)declared[name]).ToValueList()),
            nameof(Deploy) => new Deploy(Named<DeployTarget>(line), line.Enum<ForcedDeployment>()),
            nameof(Undeploy) => new Undeploy(Named<DeployTarget>(line)),
            nameof(ConfigureSms) => new ConfigureSms(Named<Platform>(line)),
            nameof(ForceFailover) => new ForceFailover(Named<AppEngine>(line)),
            nameof(EnableCpuLoadBalancing) => new EnableCpuLoadBalancing(),
            nameof(Manual) => new Manual(line.Word()),
            nameof(Approve) => new Approve(line.Word()),
            _ => throw new FormatException(),
        };

        private Effect EffectOf(LineWords line) => line.Word() switch
        {
            nameof(DefaultsOverwritten) => new DefaultsOverwritten(),
            nameof(Failover) => new Failover(Named<AppEngine>(line), Named<AppEngine>(line)),
            nameof(PartnerStopped) => new PartnerStopped(Named<AppEngine>(line)),
            nameof(ObjectsExtracted) => new ObjectsExtracted(Named<AppEngine>(line), Named<AppEngine>(line)),
            nameof(EngineSkipped) => new EngineSkipped(Named<AppEngine>(line)),
            nameof(CheckpointLost) => new CheckpointLost(Named<AppEngine>(line), Named<AppEngine>(line)),
            nameof(Outage) when Named<AppEngine>(line) is var engine => new Outage(engine, Builder().Galaxy.PairOf(engine), line.Enum<OutageCause>()),
            nameof(BackInService) when Named<AppEngine>(line) is var engine => new BackInService(engine, Builder().Galaxy.PairOf(engine)),
            _ => throw new FormatException(),
        };

        private static PlatformState PlatformStateOf(LineWords line) => new(
            line.Has(New) ? Software.New : Software.Old, line.Has(Deployed), line.Has(Running), line.Has(RebootPending), line.Has(Sms));

        private static EngineState EngineStateOf(LineWords line)
        {
            var redundancy = line.Rest().Select(word => Enum.TryParse<RedundancyStatus>(word, out var status) ? status : RedundancyStatus.None).DefaultIfEmpty().Max();
            return new EngineState(
                line.Has(Deployed), redundancy, line.Has(ObjectsNew) ? Software.New : line.Has(ObjectsOld) ? Software.Old : null);
        }
    }

    /// <summary>The words of a line, one after the other; a text in quotes is one word.</summary>
    private sealed class LineWords
    {
        private readonly List<string> words = [];
        private int next;

        public LineWords(string line)
        {
            var word = new StringBuilder();
            for (var i = 0; i < line.Length; i++)
            {
                if (line[i] == '"')
                {
                    i = Unquote(line, i + 1, word);
                    words.Add(word.ToString());
                    word.Clear();
                }
                else if (line[i] is ' ' or '\r')
                {
                    End(word);
                }
                else
                {
                    word.Append(line[i]);
                }
            }

            End(word);
        }

        /// <summary>The next word, or none at the end.</summary>
        public string? Next() => next < words.Count ? words[next++] : null;

        public string Word() => Next() ?? throw new FormatException();

        public T Enum<T>()
            where T : struct => (T)System.Enum.Parse(typeof(T), Word());

        /// <summary>The words that are left.</summary>
        public IEnumerable<string> Rest() => words.Skip(next);

        /// <summary>Whether a word is left.</summary>
        public bool Has(string word) => words.IndexOf(word, next) >= 0;

        /// <summary>The word behind one that is left, or none.</summary>
        public string? After(string word) => words.IndexOf(word, next) is >= 0 and var at && at + 1 < words.Count ? words[at + 1] : null;

        private static int Unquote(string line, int start, StringBuilder word)
        {
            var i = start;
            for (; i < line.Length && line[i] != '"'; i++)
            {
                if (line[i] != '\\')
                {
                    word.Append(line[i]);
                    continue;
                }

                word.Append((char)int.Parse(line.Substring(i + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 5;
            }

            return i < line.Length ? i : throw new FormatException();
        }

        private void End(StringBuilder word)
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }
}
