import {
  Building2,
  Clock,
  Handshake,
  Languages,
  type LucideIcon,
  MessagesSquare,
  Settings,
  Variable,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { DepartmentsSection } from './DepartmentsSection.tsx';
import { GeneralSection } from './GeneralSection.tsx';
import { HandoffSection } from './HandoffSection.tsx';
import { HoursSection } from './HoursSection.tsx';
import { LanguagesSection } from './LanguagesSection.tsx';
import { UnderstandingSection } from './UnderstandingSection.tsx';
import { VariablesSection } from './VariablesSection.tsx';

/** The parts of a bot's settings; `key` ends the address and names the texts, `fields` are those of the bot file. */
export const sections: readonly {
  key: string;
  icon: LucideIcon;
  Section: ComponentType;
  fields: readonly string[];
}[] = [
  { key: 'general', icon: Settings, Section: GeneralSection, fields: ['name', 'persona', 'slug'] },
  { key: 'languages', icon: Languages, Section: LanguagesSection, fields: ['languages'] },
  { key: 'hours', icon: Clock, Section: HoursSection, fields: ['hours'] },
  { key: 'departments', icon: Building2, Section: DepartmentsSection, fields: ['departments'] },
  { key: 'handoff', icon: Handshake, Section: HandoffSection, fields: ['handoff'] },
  { key: 'understanding', icon: MessagesSquare, Section: UnderstandingSection, fields: ['understanding'] },
  { key: 'variables', icon: Variable, Section: VariablesSection, fields: ['variables'] },
];
