using System.Text.RegularExpressions;
using OrgManager.Common;

namespace OrgManager.Import;

/// <summary>What the columns of staff lists are called in practice, in Vietnamese and English, without accents and signs.</summary>
internal static partial class ColumnNames
{
    private static readonly Dictionary<string, ImportField> Known = Of(
        (ImportField.Code, "so hieu can bo|so hieu cbcc|so hieu cbccvc|so hieu|ma can bo|ma cbcc|ma cbccvc|ma cong chuc|ma vien chuc|ma nhan vien|ma nhan su|ma so can bo|staff number|staff code|staff no|employee code|employee number|code"),
        (ImportField.Name, "ho va ten|ho ten|ho va ten khai sinh|ho ten khai sinh|ho va ten can bo|ten can bo|ho va ten cong chuc vien chuc|name|full name"),
        (ImportField.Born, "ngay sinh|ngay thang nam sinh|nam sinh|sinh ngay|ngay thang nam sinh nam nu|born|date of birth|birth date|birthday|dob"),
        (ImportField.Sex, "gioi tinh|phai|nam nu|sex|gender"),
        (ImportField.Male, "nam"),
        (ImportField.Female, "nu"),
        (ImportField.Unit, "don vi|don vi cong tac|co quan don vi|co quan don vi cong tac|phong ban|phong don vi|phong|noi cong tac|ma don vi|ten don vi|unit|unit code|unit name|department|division"),
        (ImportField.Post, "chuc vu|chuc danh|chuc vu chuc danh|chuc vu hoac chuc danh|chuc danh chuc vu|chuc vu chuc danh cong tac|vi tri viec lam|chuc vu hien tai|post|position|title|job title"),
        (ImportField.Category, "nhom chi tieu|loai bien che|bien che|doi tuong|loai lao dong|category|quota category"),
        (ImportField.Rank, "ngach|ma ngach|ngach luong|ma so ngach|ma ngach luong|ngach cong chuc vien chuc|chuc danh nghe nghiep|rank"),
        (ImportField.Step, "bac|bac luong|step"),
        (ImportField.Coefficient, "he so|he so luong|coefficient"));

    public static ImportField? Of(string header) => Known.TryGetValue(Folded(header), out var field) ? field : null;

    public static string Folded(string text) => VietnameseText.Nfc(Signs().Replace(VietnameseText.SearchKey(text), " "));

    private static Dictionary<string, ImportField> Of(params (ImportField Field, string Names)[] all) =>
        all.SelectMany(one => one.Names.Split('|').Select(name => (name, one.Field))).ToDictionary(pair => pair.name, pair => pair.Field);

    [GeneratedRegex(@"[^a-z0-9]+")]
    private static partial Regex Signs();
}
