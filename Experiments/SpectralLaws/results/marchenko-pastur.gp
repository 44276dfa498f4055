# Run inside this folder: gnuplot marchenko-pastur.gp
# Saddlery 0.1.0
# model: real Wishart
# seed: 1
# convention: X Xᵀ/n, variance 1
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.2175
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'A sample covariance and the law of Marchenko and Pastur' at graph 0.5, screen 0.965 center font ',13.0'
set label 'eigenvalue of X Xᵀ/n' at graph 0.5, screen 0.125 center font ',12.0'
set ylabel 'probability density' font ',12.0'
set yrange [0.0:0.9914115917805808]

set label 'X 200 x 800, normal entries of variance 1, 200 samples, seed 1' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set object rectangle from screen 0.02833, 0.06625 to screen 0.07167, 0.08625 fc rgb '#B07F7F7F' fs solid noborder
set label 'two standard errors' at screen 0.08333, 0.07625 left font ',10.5'
set arrow from screen 0.34833, 0.07625 to screen 0.39167, 0.07625 nohead lw 2.2 lc rgb '#000000'
set label 'measured' at screen 0.40333, 0.07625 left font ',10.5'
set arrow from screen 0.66833, 0.07625 to screen 0.71167, 0.07625 nohead lw 2.2 lc rgb '#D55E00'
set label 'Marchenko-Pastur, c = 1/4' at screen 0.72333, 0.07625 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'marchenko-pastur.svg'
plot \
  'marchenko-pastur.csv' using 1:2:3 with filledcurves fc rgb '#B07F7F7F' fs solid noborder title 'two standard errors', \
  'marchenko-pastur.csv' using 4:5 with lines lw 2.2 lc rgb '#000000' title 'measured', \
  'marchenko-pastur.csv' using 6:7 with lines lw 2.2 lc rgb '#D55E00' title 'Marchenko-Pastur, c = 1/4'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'marchenko-pastur.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'marchenko-pastur.png'
replot
unset output
