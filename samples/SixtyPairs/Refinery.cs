using System.Runtime.CompilerServices;
using PlanAnalyzers;

/// <summary>
/// A refinery of 60 redundant pairs, each on two nodes of its own. All of it stands in one file: C# initializes fields from top to bottom, and
/// over several files in an order that nobody sees.
/// </summary>
[Galaxy]
public static class Refinery
{
    public static readonly SystemManagementServer Sms = SystemManagementServer.On("SMS01");
    public static readonly Platform Repository = Platform.GalaxyRepository("GR01");

    // The tank farm.
    public static readonly Platform TF01NodeA = Node("TF01-A"), TF01NodeB = Node("TF01-B");
    public static readonly AppEngine TF01 = AppEngine.On(TF01NodeA).Historized(), TF01b = TF01.BackupOn(TF01NodeB);
    public static readonly Platform TF02NodeA = Node("TF02-A"), TF02NodeB = Node("TF02-B");
    public static readonly AppEngine TF02 = AppEngine.On(TF02NodeA).Historized(), TF02b = TF02.BackupOn(TF02NodeB);
    public static readonly Platform TF03NodeA = Node("TF03-A"), TF03NodeB = Node("TF03-B");
    public static readonly AppEngine TF03 = AppEngine.On(TF03NodeA).Historized(), TF03b = TF03.BackupOn(TF03NodeB);
    public static readonly Platform TF04NodeA = Node("TF04-A"), TF04NodeB = Node("TF04-B");
    public static readonly AppEngine TF04 = AppEngine.On(TF04NodeA).Historized(), TF04b = TF04.BackupOn(TF04NodeB);
    public static readonly Platform TF05NodeA = Node("TF05-A"), TF05NodeB = Node("TF05-B");
    public static readonly AppEngine TF05 = AppEngine.On(TF05NodeA).Historized(), TF05b = TF05.BackupOn(TF05NodeB);
    public static readonly Platform TF06NodeA = Node("TF06-A"), TF06NodeB = Node("TF06-B");
    public static readonly AppEngine TF06 = AppEngine.On(TF06NodeA).Historized(), TF06b = TF06.BackupOn(TF06NodeB);
    public static readonly Platform TF07NodeA = Node("TF07-A"), TF07NodeB = Node("TF07-B");
    public static readonly AppEngine TF07 = AppEngine.On(TF07NodeA).Historized(), TF07b = TF07.BackupOn(TF07NodeB);
    public static readonly Platform TF08NodeA = Node("TF08-A"), TF08NodeB = Node("TF08-B");
    public static readonly AppEngine TF08 = AppEngine.On(TF08NodeA).Historized(), TF08b = TF08.BackupOn(TF08NodeB);
    public static readonly Platform TF09NodeA = Node("TF09-A"), TF09NodeB = Node("TF09-B");
    public static readonly AppEngine TF09 = AppEngine.On(TF09NodeA).Historized(), TF09b = TF09.BackupOn(TF09NodeB);
    public static readonly Platform TF10NodeA = Node("TF10-A"), TF10NodeB = Node("TF10-B");
    public static readonly AppEngine TF10 = AppEngine.On(TF10NodeA).Historized(), TF10b = TF10.BackupOn(TF10NodeB);
    public static readonly Platform TF11NodeA = Node("TF11-A"), TF11NodeB = Node("TF11-B");
    public static readonly AppEngine TF11 = AppEngine.On(TF11NodeA).Historized(), TF11b = TF11.BackupOn(TF11NodeB);
    public static readonly Platform TF12NodeA = Node("TF12-A"), TF12NodeB = Node("TF12-B");
    public static readonly AppEngine TF12 = AppEngine.On(TF12NodeA).Historized(), TF12b = TF12.BackupOn(TF12NodeB);

    // The distillation.
    public static readonly Platform DI01NodeA = Node("DI01-A"), DI01NodeB = Node("DI01-B");
    public static readonly AppEngine DI01 = AppEngine.On(DI01NodeA).Historized(), DI01b = DI01.BackupOn(DI01NodeB);
    public static readonly Platform DI02NodeA = Node("DI02-A"), DI02NodeB = Node("DI02-B");
    public static readonly AppEngine DI02 = AppEngine.On(DI02NodeA).Historized(), DI02b = DI02.BackupOn(DI02NodeB);
    public static readonly Platform DI03NodeA = Node("DI03-A"), DI03NodeB = Node("DI03-B");
    public static readonly AppEngine DI03 = AppEngine.On(DI03NodeA).Historized(), DI03b = DI03.BackupOn(DI03NodeB);
    public static readonly Platform DI04NodeA = Node("DI04-A"), DI04NodeB = Node("DI04-B");
    public static readonly AppEngine DI04 = AppEngine.On(DI04NodeA).Historized(), DI04b = DI04.BackupOn(DI04NodeB);
    public static readonly Platform DI05NodeA = Node("DI05-A"), DI05NodeB = Node("DI05-B");
    public static readonly AppEngine DI05 = AppEngine.On(DI05NodeA).Historized(), DI05b = DI05.BackupOn(DI05NodeB).ActiveAtStart();
    public static readonly Platform DI06NodeA = Node("DI06-A"), DI06NodeB = Node("DI06-B");
    public static readonly AppEngine DI06 = AppEngine.On(DI06NodeA).Historized(), DI06b = DI06.BackupOn(DI06NodeB);
    public static readonly Platform DI07NodeA = Node("DI07-A"), DI07NodeB = Node("DI07-B");
    public static readonly AppEngine DI07 = AppEngine.On(DI07NodeA).Historized(), DI07b = DI07.BackupOn(DI07NodeB);
    public static readonly Platform DI08NodeA = Node("DI08-A"), DI08NodeB = Node("DI08-B");
    public static readonly AppEngine DI08 = AppEngine.On(DI08NodeA).Historized(), DI08b = DI08.BackupOn(DI08NodeB);
    public static readonly Platform DI09NodeA = Node("DI09-A"), DI09NodeB = Node("DI09-B");
    public static readonly AppEngine DI09 = AppEngine.On(DI09NodeA).Historized(), DI09b = DI09.BackupOn(DI09NodeB);
    public static readonly Platform DI10NodeA = Node("DI10-A"), DI10NodeB = Node("DI10-B");
    public static readonly AppEngine DI10 = AppEngine.On(DI10NodeA).Historized(), DI10b = DI10.BackupOn(DI10NodeB);
    public static readonly Platform DI11NodeA = Node("DI11-A"), DI11NodeB = Node("DI11-B");
    public static readonly AppEngine DI11 = AppEngine.On(DI11NodeA).Historized(), DI11b = DI11.BackupOn(DI11NodeB);
    public static readonly Platform DI12NodeA = Node("DI12-A"), DI12NodeB = Node("DI12-B");
    public static readonly AppEngine DI12 = AppEngine.On(DI12NodeA).Historized(), DI12b = DI12.BackupOn(DI12NodeB);

    // The cracker.
    public static readonly Platform CR01NodeA = Node("CR01-A"), CR01NodeB = Node("CR01-B");
    public static readonly AppEngine CR01 = AppEngine.On(CR01NodeA).Historized(), CR01b = CR01.BackupOn(CR01NodeB);
    public static readonly Platform CR02NodeA = Node("CR02-A"), CR02NodeB = Node("CR02-B");
    public static readonly AppEngine CR02 = AppEngine.On(CR02NodeA).Historized(), CR02b = CR02.BackupOn(CR02NodeB);
    public static readonly Platform CR03NodeA = Node("CR03-A"), CR03NodeB = Node("CR03-B");
    public static readonly AppEngine CR03 = AppEngine.On(CR03NodeA).Historized(), CR03b = CR03.BackupOn(CR03NodeB);
    public static readonly Platform CR04NodeA = Node("CR04-A"), CR04NodeB = Node("CR04-B");
    public static readonly AppEngine CR04 = AppEngine.On(CR04NodeA).Historized(), CR04b = CR04.BackupOn(CR04NodeB);
    public static readonly Platform CR05NodeA = Node("CR05-A"), CR05NodeB = Node("CR05-B");
    public static readonly AppEngine CR05 = AppEngine.On(CR05NodeA).Historized(), CR05b = CR05.BackupOn(CR05NodeB);
    public static readonly Platform CR06NodeA = Node("CR06-A"), CR06NodeB = Node("CR06-B");
    public static readonly AppEngine CR06 = AppEngine.On(CR06NodeA).Historized(), CR06b = CR06.BackupOn(CR06NodeB).ActiveAtStart();
    public static readonly Platform CR07NodeA = Node("CR07-A"), CR07NodeB = Node("CR07-B");
    public static readonly AppEngine CR07 = AppEngine.On(CR07NodeA).Historized(), CR07b = CR07.BackupOn(CR07NodeB);
    public static readonly Platform CR08NodeA = Node("CR08-A"), CR08NodeB = Node("CR08-B");
    public static readonly AppEngine CR08 = AppEngine.On(CR08NodeA).Historized(), CR08b = CR08.BackupOn(CR08NodeB);
    public static readonly Platform CR09NodeA = Node("CR09-A"), CR09NodeB = Node("CR09-B");
    public static readonly AppEngine CR09 = AppEngine.On(CR09NodeA).Historized(), CR09b = CR09.BackupOn(CR09NodeB);
    public static readonly Platform CR10NodeA = Node("CR10-A"), CR10NodeB = Node("CR10-B");
    public static readonly AppEngine CR10 = AppEngine.On(CR10NodeA).Historized(), CR10b = CR10.BackupOn(CR10NodeB);
    public static readonly Platform CR11NodeA = Node("CR11-A"), CR11NodeB = Node("CR11-B");
    public static readonly AppEngine CR11 = AppEngine.On(CR11NodeA).Historized(), CR11b = CR11.BackupOn(CR11NodeB);
    public static readonly Platform CR12NodeA = Node("CR12-A"), CR12NodeB = Node("CR12-B");
    public static readonly AppEngine CR12 = AppEngine.On(CR12NodeA).Historized(), CR12b = CR12.BackupOn(CR12NodeB);

    // The utilities: steam, water and power.
    public static readonly Platform UT01NodeA = Node("UT01-A"), UT01NodeB = Node("UT01-B");
    public static readonly AppEngine UT01 = AppEngine.On(UT01NodeA).Historized(), UT01b = UT01.BackupOn(UT01NodeB);
    public static readonly Platform UT02NodeA = Node("UT02-A"), UT02NodeB = Node("UT02-B");
    public static readonly AppEngine UT02 = AppEngine.On(UT02NodeA).Historized(), UT02b = UT02.BackupOn(UT02NodeB);
    public static readonly Platform UT03NodeA = Node("UT03-A"), UT03NodeB = Node("UT03-B");
    public static readonly AppEngine UT03 = AppEngine.On(UT03NodeA).Historized(), UT03b = UT03.BackupOn(UT03NodeB);
    public static readonly Platform UT04NodeA = Node("UT04-A"), UT04NodeB = Node("UT04-B");
    public static readonly AppEngine UT04 = AppEngine.On(UT04NodeA).Historized(), UT04b = UT04.BackupOn(UT04NodeB);
    public static readonly Platform UT05NodeA = Node("UT05-A"), UT05NodeB = Node("UT05-B");
    public static readonly AppEngine UT05 = AppEngine.On(UT05NodeA).Historized(), UT05b = UT05.BackupOn(UT05NodeB);
    public static readonly Platform UT06NodeA = Node("UT06-A"), UT06NodeB = Node("UT06-B");
    public static readonly AppEngine UT06 = AppEngine.On(UT06NodeA).Historized(), UT06b = UT06.BackupOn(UT06NodeB);
    public static readonly Platform UT07NodeA = Node("UT07-A"), UT07NodeB = Node("UT07-B");
    public static readonly AppEngine UT07 = AppEngine.On(UT07NodeA).Historized(), UT07b = UT07.BackupOn(UT07NodeB);
    public static readonly Platform UT08NodeA = Node("UT08-A"), UT08NodeB = Node("UT08-B");
    public static readonly AppEngine UT08 = AppEngine.On(UT08NodeA).Historized(), UT08b = UT08.BackupOn(UT08NodeB);
    public static readonly Platform UT09NodeA = Node("UT09-A"), UT09NodeB = Node("UT09-B");
    public static readonly AppEngine UT09 = AppEngine.On(UT09NodeA).Historized(), UT09b = UT09.BackupOn(UT09NodeB);
    public static readonly Platform UT10NodeA = Node("UT10-A"), UT10NodeB = Node("UT10-B");
    public static readonly AppEngine UT10 = AppEngine.On(UT10NodeA).Historized(), UT10b = UT10.BackupOn(UT10NodeB);
    public static readonly Platform UT11NodeA = Node("UT11-A"), UT11NodeB = Node("UT11-B");
    public static readonly AppEngine UT11 = AppEngine.On(UT11NodeA).Historized(), UT11b = UT11.BackupOn(UT11NodeB);
    public static readonly Platform UT12NodeA = Node("UT12-A"), UT12NodeB = Node("UT12-B");
    public static readonly AppEngine UT12 = AppEngine.On(UT12NodeA).Historized(), UT12b = UT12.BackupOn(UT12NodeB);

    // The loading berths.
    public static readonly Platform LO01NodeA = Node("LO01-A"), LO01NodeB = Node("LO01-B");
    public static readonly AppEngine LO01 = AppEngine.On(LO01NodeA).Historized(), LO01b = LO01.BackupOn(LO01NodeB);
    public static readonly Platform LO02NodeA = Node("LO02-A"), LO02NodeB = Node("LO02-B");
    public static readonly AppEngine LO02 = AppEngine.On(LO02NodeA).Historized(), LO02b = LO02.BackupOn(LO02NodeB);
    public static readonly Platform LO03NodeA = Node("LO03-A"), LO03NodeB = Node("LO03-B");
    public static readonly AppEngine LO03 = AppEngine.On(LO03NodeA).Historized(), LO03b = LO03.BackupOn(LO03NodeB);
    public static readonly Platform LO04NodeA = Node("LO04-A"), LO04NodeB = Node("LO04-B");
    public static readonly AppEngine LO04 = AppEngine.On(LO04NodeA).Historized(), LO04b = LO04.BackupOn(LO04NodeB).ActiveAtStart();
    public static readonly Platform LO05NodeA = Node("LO05-A"), LO05NodeB = Node("LO05-B");
    public static readonly AppEngine LO05 = AppEngine.On(LO05NodeA).Historized(), LO05b = LO05.BackupOn(LO05NodeB);
    public static readonly Platform LO06NodeA = Node("LO06-A"), LO06NodeB = Node("LO06-B");
    public static readonly AppEngine LO06 = AppEngine.On(LO06NodeA).Historized(), LO06b = LO06.BackupOn(LO06NodeB);
    public static readonly Platform LO07NodeA = Node("LO07-A"), LO07NodeB = Node("LO07-B");
    public static readonly AppEngine LO07 = AppEngine.On(LO07NodeA).Historized(), LO07b = LO07.BackupOn(LO07NodeB);
    public static readonly Platform LO08NodeA = Node("LO08-A"), LO08NodeB = Node("LO08-B");
    public static readonly AppEngine LO08 = AppEngine.On(LO08NodeA).Historized(), LO08b = LO08.BackupOn(LO08NodeB);
    public static readonly Platform LO09NodeA = Node("LO09-A"), LO09NodeB = Node("LO09-B");
    public static readonly AppEngine LO09 = AppEngine.On(LO09NodeA).Historized(), LO09b = LO09.BackupOn(LO09NodeB).ActiveAtStart();
    public static readonly Platform LO10NodeA = Node("LO10-A"), LO10NodeB = Node("LO10-B");
    public static readonly AppEngine LO10 = AppEngine.On(LO10NodeA).Historized(), LO10b = LO10.BackupOn(LO10NodeB);
    public static readonly Platform LO11NodeA = Node("LO11-A"), LO11NodeB = Node("LO11-B");
    public static readonly AppEngine LO11 = AppEngine.On(LO11NodeA).Historized(), LO11b = LO11.BackupOn(LO11NodeB);
    public static readonly Platform LO12NodeA = Node("LO12-A"), LO12NodeB = Node("LO12-B");
    public static readonly AppEngine LO12 = AppEngine.On(LO12NodeA).Historized(), LO12b = LO12.BackupOn(LO12NodeB);

    // Every node uses the same System Management Server. The name is that of the field.
    static Platform Node(string node, [CallerMemberName] string name = "") => Platform.RunTime(node, name).ConnectedTo(Sms);
}
